/** 新建资料库: three fields, the place, and Enter. */
import { Button, Form, Input, Select } from 'antd'
import type { ApiError } from '../../../shared/api/reply.ts'
import { checkCode, cleanCode } from './codes.ts'
import { InlineError } from './inline-error.tsx'

export interface NewLibraryValues {
  readonly office: string
  readonly codes: readonly string[]
  readonly user: string
}

export interface NewLibraryProps {
  readonly file: string
  /** Another choice is shown; what was typed here stays. */
  readonly hidden: boolean
  readonly busy: boolean
  readonly error: ApiError | null
  readonly create: (values: NewLibraryValues) => void
}

interface FormValues {
  office: string
  codes: string[]
  user: string
}

export function NewLibrary({ file, hidden, busy, error, create }: NewLibraryProps) {
  const [form] = Form.useForm<FormValues>()
  const send = ({ office, codes, user }: FormValues): void => create({ office: office.trim(), codes, user: user.trim() })
  return (
    <section className="start-right" hidden={hidden}>
      <h2>新建资料库</h2>
      <Form form={form} colon={false} requiredMark={false} labelAlign="left" labelCol={{ flex: '80px' }} wrapperCol={{ flex: '1' }} size="large" scrollToFirstError={{ focus: true }} initialValues={{ office: '', codes: [], user: '' }} onFinish={send} validateTrigger="onBlur">
        <Form.Item name="office" label="单位全称" extra="用于发文机关和落款" rules={[{ required: true, whitespace: true, message: '请填单位全称，如 河湾县人民政府办公室' }]}>
          <Input autoFocus maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="codes"
          label="机关代字"
          extra="每个代字每年从 1 号起；输完一个按 Enter，可填几个"
          normalize={(codes: string[]) => [...new Set(codes.map(cleanCode))].filter((code) => code !== '')}
          rules={[{ required: true, message: '请至少填一个机关代字，如 河政办发' }, { validator: (_, codes: string[] | undefined) => checkAll(codes ?? []) }]}
        >
          <Select mode="tags" open={false} className="is-typed" tokenSeparators={['，', '、', ',', ' ', '；']} placeholder="如 河政发" />
        </Form.Item>
        <Form.Item name="user" label="使用人" extra="写在经过和登记里，不设口令" rules={[{ required: true, whitespace: true, message: '请填使用人姓名' }]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item label="存放位置">
          <output className="path">{file}</output>
        </Form.Item>
        <InlineError error={error} />
        <div className="start-foot">
          <Button type="primary" size="large" htmlType="submit" loading={busy}>
            建立资料库<kbd>Enter</kbd>
          </Button>
        </div>
      </Form>
    </section>
  )
}

async function checkAll(codes: readonly string[]): Promise<void> {
  const wrong = codes.map(checkCode).find((answer) => answer !== true)
  if (typeof wrong === 'string') return Promise.reject(new Error(wrong))
}
