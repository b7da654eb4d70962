/** Who is held back by whom: blocks, limits, and changes that wait for a second administrator or for their time. */
package io.rialto.feeds.protection;
