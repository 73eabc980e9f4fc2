import type { Loyalty } from "../../../core/question/loyalty/loyalty.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { RateFigure } from "../rate-figure.tsx";

/** As the corners lie: who appreciates it above, who keeps buying to the right. */
const order = ["latent", "true", "none", "spurious"] as const;

/** The four corners with their shares now and before; who said nothing stands in none. */
export function LoyaltyQuadrant({ periods }: Pick<Loyalty, "periods">) {
  const t = useText().loyalty;
  const format = useFormat();
  const [before, now] = periods;
  const most = Math.max(...now.corners.map(({ share }) => share.share ?? 0), 0.01);
  return (
    <dl className="loyalty-quadrant">
      {order.map((corner) => {
        const share = now.corners.find((each) => each.corner === corner)!.share;
        const was = before.corners.find((each) => each.corner === corner)!.share;
        const depth = Math.round((40 * (share.share ?? 0)) / most);
        return (
          <div
            key={corner}
            data-corner={corner}
            style={{ background: `color-mix(in srgb, var(--measured) ${depth}%, transparent)` }}
          >
            <dt>
              {t.corners[corner]}
              <small>{t.hints[corner]}</small>
            </dt>
            <dd>
              <RateFigure rate={share} />
              <small title={format.rate(was)}>{t.before(format.percent(was.share))}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
