/** The thread that takes a feed along the journal. */
package io.rialto.feeds.following;
