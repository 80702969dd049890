/** Everything that a red head and a foot can say. */
import fc from 'fast-check'
import { SIGNATURE_KINDS } from '../../shared/document/types.ts'

export const officialHeads = fc.record(
  {
    copyNumber: fc.constantFrom('000012', '000100'),
    secrecy: fc.constantFrom({ level: '机密', period: '1年' } as const, { level: '秘密' } as const, { level: '绝密', period: '长期' } as const),
    urgency: fc.constantFrom('特急' as const, '加急' as const),
    signers: fc.array(fc.constantFrom('李明', '王建国', '赵禾', '欧阳青松'), { minLength: 1, maxLength: 5 }),
    signatureKind: fc.constantFrom(...SIGNATURE_KINDS),
    distribution: fc.record(
      { copies: fc.constantFrom('县委各部门，县人大常委会办公室。', '县法院'), printedBy: fc.constantFrom('河湾县人民政府办公室'), printedOn: fc.constantFrom('2024年5月9日') },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)
