import type { Child } from "../dom/index.ts";
import { evidenceId, type Observation, regionName } from "../figures/index.ts";
import { say } from "../words/index.ts";
import type { ChartContext } from "./context.ts";

/** A pin, upright where it holds nothing. */
const shape = "M5 2h6l-1 4 3 3v1H9v4l-1 1-1-1v-4H3V9l3-3z";

/** Keeps a region on top of its group, or no longer; nothing where nobody hears it. */
export function pinButton(
  observation: Observation,
  isPinned: boolean,
  context: ChartContext,
): Child {
  const { build, language, onPin } = context;
  const { region_id, metric_id } = observation;
  if (!onPin || region_id === "") return null;
  const isWaiting = onPin === "waiting";
  const name = say(language, "groups.pin", regionName(context, region_id));
  const button = build.html(
    "button",
    {
      type: "button",
      class: isWaiting ? "pin waiting" : "pin",
      disabled: isWaiting,
      tabindex: -1,
      title: name,
      "data-action": "pin",
      // By its row the focus finds it again after the chart is drawn anew.
      "data-key": `pin ${evidenceId(observation) || `${region_id} ${metric_id}`}`,
      // Reached with the arrow keys, as the marks beside it.
      "data-mark": true,
      "aria-label": name,
      "aria-pressed": String(isPinned),
    },
    build.svg(
      "svg",
      { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
      build.svg("path", { d: shape }),
    ),
  );
  if (!isWaiting) button.addEventListener("click", () => onPin(region_id, !isPinned));
  return button;
}
