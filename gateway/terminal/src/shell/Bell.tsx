import { unread } from "./unread";

export function Bell() {
  const count = unread.value;
  return (
    <a class="bell" href="#/notifications" aria-label={`Notifications, ${count} unread`}>
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
        <path d="M8 2a4 4 0 0 0-4 4v3l-1.2 2h10.4L12 9V6a4 4 0 0 0-4-4zM6.5 12.5a1.6 1.6 0 0 0 3 0z" fill="currentColor" />
      </svg>
      {count > 0 && <span class="badge">{count > 99 ? "99+" : count}</span>}
    </a>
  );
}
