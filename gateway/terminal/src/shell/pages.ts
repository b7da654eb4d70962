import type { ComponentType } from "preact";
import type { Role } from "../session/session";

export type Parts = Record<string, string>;
type Loaded = Promise<{ default: ComponentType<{ parts: Parts }> }>;

/** A page: its address, its place in the navigation, who sees it there, and its code, which is loaded when it is first shown. */
export interface Page {
  readonly pattern: string;
  readonly title: string;
  /** Where the navigation leads; a page without it is reached from others. */
  readonly link?: string;
  /** Roles that see it; everybody who is logged in without. */
  readonly roles?: readonly Role[];
  /** Also for who is not logged in. */
  readonly isOpen?: boolean;
  readonly load: () => Loaded;
}

export const PAGES: readonly Page[] = [
  { pattern: "/login", title: "Log in", isOpen: true, load: () => import("../session/LoginPage") },
  { pattern: "/register", title: "Register", isOpen: true, load: () => import("../session/RegisterPage") },
  { pattern: "/trade/:symbol?", title: "Trade", link: "/trade", isOpen: true, load: () => import("../trade/TradePage") },
  { pattern: "/notifications", title: "Notifications", link: "/notifications", load: () => import("../notifications/NotificationsPage") },
  { pattern: "/keys", title: "API keys", link: "/keys", load: () => import("../programs/KeysPage") },
  { pattern: "/ops/:part?", title: "Operations", link: "/ops", roles: ["ADMIN", "RISK", "AUDITOR"], load: () => import("../ops/OpsPage") },
  { pattern: "/journal", title: "Journal", link: "/journal", load: () => import("../explorer/JournalPage") },
  { pattern: "/portfolio", title: "Portfolio", link: "/portfolio", load: () => import("../portfolio/PortfolioPage") },
  { pattern: "/risk/:part?", title: "Risk", link: "/risk", load: () => import("../risk/RiskPage") },
  { pattern: "/settings", title: "Settings", link: "/settings", load: () => import("../settings/SettingsPage") },
];

/** Where `/` leads. */
export const HOME = "/trade";
