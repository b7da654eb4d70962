/** What market makers quote, and how far they are protected. */
package io.rialto.feeds.quotes;
