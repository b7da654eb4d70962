/** The event index: which events there were, of whom and of what, found by any of these; and questions to it. */
package io.rialto.feeds.events;
