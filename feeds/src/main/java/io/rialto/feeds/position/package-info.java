/** Where the feeds stand in the journal, and how others read them and wait for them. */
package io.rialto.feeds.position;
