/** The site's question as a drawing: a chair, a door, and their measures. Decoration only. */
export function Doorway() {
  return (
    <svg class="doorway" viewBox="0 0 320 220" aria-hidden="true">
      <path class="doorway-floor" d="M8 196h304" />
      <path class="doorway-light" d="M176 196V32h96v164z" />
      <path class="doorway-frame" d="M176 196V32h96v164" />
      <path class="doorway-leaf" d="M272 32l32 14v164l-32-14z" />
      <circle class="doorway-knob" cx="279" cy="124" r="3" />
      <g class="doorway-chair">
        <path d="M52 84c0-6 4-10 10-10h34c6 0 10 4 10 10v46H52z" />
        <path d="M46 130h66c4 0 6 3 6 6v6H40v-6c0-3 2-6 6-6z" />
        <path class="doorway-legs" d="M48 142l-5 54m67-54 5 54" />
      </g>
      <g class="doorway-measure">
        <path d="M40 212h78m-78-4v8m78-8v8" />
        <path d="M176 18h96m-96-4v8m96-8v8" />
        <path class="doorway-way" d="M128 120h30m-8-7 8 7-8 7" />
      </g>
    </svg>
  );
}
