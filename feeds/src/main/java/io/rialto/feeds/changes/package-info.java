/** What each frame changed, for those who tell others of it: kept for the newest frames, and never waited for. */
package io.rialto.feeds.changes;
