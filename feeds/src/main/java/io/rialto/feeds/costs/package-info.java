/** What positions cost and what closing them realised, by each view of which part is closed first. */
package io.rialto.feeds.costs;
