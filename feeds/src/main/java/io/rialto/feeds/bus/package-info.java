/**
 * Business events, handed to who subscribed to their kinds.
 *
 * <pre>{@code
 * EventBus bus = new EventBus(journal::tail, directory);
 * bus.subscribe(Subscription.asynchronous("mail", EnumSet.of(ORDER_FILLED), offsets, (events, after) -> inOneTransaction(...)));
 * bus.start();
 * }</pre>
 *
 * <p>The bus follows the journal on its own thread and reads each frame once. A synchronous consumer is told on that thread, before the
 * next frame is read; an asynchronous one on its own, out of a bounded queue. One whose queue is full is no longer waited for: it reads
 * the journal by itself from where it stands until it has caught up. Nobody upstream notices any of it.
 *
 * <p>A consumer's offset is kept by {@link io.rialto.feeds.offsets.FileOffsets}, or by the consumer in its own transaction
 * ({@link io.rialto.feeds.offsets.Offsets#own}). What it has handled it may be told again after a fault, never what it has not. An
 * event that it cannot handle is set aside with the reason after bounded attempts, and can be handed over again.
 */
package io.rialto.feeds.bus;
