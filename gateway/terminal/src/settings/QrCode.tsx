import encodeQR from "qr";
import { useMemo } from "preact/hooks";
import { pathOf, QUIET } from "./squares";

/** A text for a camera: dark on light in every theme, for that is what cameras read. */
export default function QrCode({ text, name }: { text: string; name: string }) {
  const squares = useMemo(() => encodeQR(text, "raw", { border: QUIET, ecc: "medium" }), [text]);
  const wide = squares.length;
  return (
    <svg class="qr" viewBox={`0 0 ${wide} ${wide}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <path class="light" d={`M0 0h${wide}v${wide}H0z`} />
      <path class="dark" d={pathOf(squares)} />
    </svg>
  );
}
