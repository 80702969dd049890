/** 设置: who works here, and where the library lies. */
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { LibraryStatus, Profile } from '../../shared/api/types.ts'
import { useMachine } from '../api/client-context.tsx'
import { toApiError } from '../api/connection.ts'
import { useReport } from '../components/report.tsx'
import { BackupsDialog } from './backups-dialog.tsx'
import { FontsDialog } from './fonts-dialog.tsx'

export type OpenLibrary = Extract<LibraryStatus, { kind: 'open' }>

export interface SettingsDialogProps {
  readonly library: OpenLibrary
  readonly changed: (status: LibraryStatus) => void
  readonly close: () => void
}

export function SettingsDialog({ library, changed, close }: SettingsDialogProps) {
  const { client, shell } = useMachine()
  const report = useReport()
  const [form] = Form.useForm<Profile>()
  const [busy, setBusy] = useState(false)
  const [fonts, setFonts] = useState(false)
  const [backups, setBackups] = useState(false)
  const save = async (profile: Profile): Promise<void> => {
    setBusy(true)
    try {
      changed(await client.call('library.setProfile', profile))
      report.done('设置已存')
      close()
    } catch (cause) {
      report.trouble({ title: '设置没有存上', error: toApiError(cause) })
      setBusy(false)
    }
  }
  const needed = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Modal open title="设置" width={560} onCancel={close} okText="存" cancelText="取消" confirmLoading={busy} onOk={() => form.submit()} centered>
      <Form form={form} colon={false} requiredMark={false} labelAlign="left" labelCol={{ flex: '88px' }} wrapperCol={{ flex: '1' }} initialValues={library.profile} onFinish={(profile) => void save(profile)}>
        <Form.Item name="office" label="单位全称" extra="新起草的公文以此为发文机关；已有的文稿不变" rules={needed('请填单位全称')}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="user" label="使用人" extra="此后的签发、编号记在这个名下" rules={needed('请填使用人姓名')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="gazetteName" label="公报名称" extra="印在公报页的页眉上，如 河湾县人民政府公报" rules={needed('请填公报名称')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item label="字体" extra="标题、正文等各用哪种字体，本机有没有">
          <Button onClick={() => setFonts(true)}>字体设置…</Button>
        </Form.Item>
        <Form.Item label="备份" extra="每天自动备份；要找回旧的内容也在这里">
          <Button onClick={() => setBackups(true)}>备份与恢复…</Button>
        </Form.Item>
        <Form.Item label="资料库">
          <output className="path">{library.file}</output>
        </Form.Item>
        <Form.Item label="版本">
          <output>公报 {shell.version}</output>
        </Form.Item>
      </Form>
      {fonts && <FontsDialog close={() => setFonts(false)} />}
      {backups && <BackupsDialog close={() => setBackups(false)} />}
    </Modal>
  )
}
