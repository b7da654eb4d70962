/** Trades that were taken back: which, how, and what stands instead. */
package io.rialto.feeds.busts;
