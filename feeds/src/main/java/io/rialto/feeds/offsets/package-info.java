/** Where those who read the journal stand, kept across restarts. */
package io.rialto.feeds.offsets;
