/** The program's own mark. `size` in CSS pixels. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="3.5" fill="#BF2328" />
      <path d="M5.5 6.2h9M5.5 10h3.6M10.9 10h3.600M5.5 13.8h3.6M10.9 13.8h3.6" stroke="#fff" strokeWidth="1.7" fill="none" />
    </svg>
  )
}
