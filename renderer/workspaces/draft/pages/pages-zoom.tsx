/** In the status bar: how large the pages are shown. */
import { ColumnWidthOutlined, FileOutlined } from '@ant-design/icons'
import { Slider } from 'antd'
import { useSyncExternalStore } from 'react'
import type { PageDesk } from './page-desk.ts'
import { LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP } from './page-rows.ts'

export function PagesZoom({ desk }: { readonly desk: PageDesk }) {
  const { zoom, percent } = useSyncExternalStore(desk.subscribe, desk.state)
  return (
    <>
      <span className="fits">
        <button type="button" aria-pressed={zoom === 'width'} onClick={() => desk.setZoom('width')}>
          <ColumnWidthOutlined /> 适合宽度
        </button>
        <button type="button" aria-pressed={zoom === 'page'} onClick={() => desk.setZoom('page')}>
          <FileOutlined /> 整页
        </button>
      </span>
      <span className="zoom">
        <span>{percent}%</span>
        <Slider min={LEAST_ZOOM} max={MOST_ZOOM} step={ZOOM_STEP} value={percent} onChange={desk.setZoom} tooltip={{ open: false }} ariaLabelForHandle="显示比例" />
      </span>
    </>
  )
}
