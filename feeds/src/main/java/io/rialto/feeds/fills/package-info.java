/** Fills: each trade as each of its two orders saw it. */
package io.rialto.feeds.fills;
