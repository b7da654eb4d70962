/** Margins of accounts, and their positions in contracts. */
package io.rialto.feeds.margin;
