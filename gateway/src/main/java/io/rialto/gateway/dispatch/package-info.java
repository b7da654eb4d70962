/** From business events to readers: the bus's consumer, what it puts into inboxes, what it pushes, and what waits. */
package io.rialto.gateway.dispatch;
