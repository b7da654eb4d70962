/** What to buy and sell so that an account's assets are the parts of it that its owner wants. */
package io.rialto.feeds.rebalancing;
