import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A chair in a doorway. */
export function Logo() {
  return (
    <Icon>
      <path d="M5 21V3h14v18" />
      <path d="M9.5 9v7h5m-5 0v4m5-4v4" />
      <path d="M2.5 21h19" />
    </Icon>
  );
}

export function ChairIcon() {
  return (
    <Icon>
      <path d="M7 3v11h10M7 14v7m10-7v7M7 7h5v7" />
    </Icon>
  );
}

export function HomeIcon() {
  return (
    <Icon>
      <path d="M4 11 12 4l8 7v9H4z" />
      <path d="M10 20v-6h4v6" />
    </Icon>
  );
}

export function DrawIcon() {
  return (
    <Icon>
      <path d="M4 13c-1-5 4-9 9-8s8 5 6 9-7 6-10 4" stroke-dasharray="3 2.6" />
      <path d="M11 13a2 2 0 1 1 4 0c0 1.5-2 3.5-2 3.5s-2-2-2-3.5z" />
    </Icon>
  );
}

export function Sun() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2m0 15v2m9.5-9.5h-2m-15 0h-2M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4m13.4 0-1.4-1.4M6.7 6.7 5.3 5.3" />
    </Icon>
  );
}

export function Moon() {
  return (
    <Icon>
      <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />
    </Icon>
  );
}

export function Heart() {
  return (
    <Icon>
      <path d="M12 20C7 16 3.5 13 3.5 8.8A4.3 4.3 0 0 1 12 7.5a4.3 4.3 0 0 1 8.5 1.3C20.5 13 17 16 12 20z" />
    </Icon>
  );
}
