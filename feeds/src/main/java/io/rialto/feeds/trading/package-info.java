/** What orders do, read from the frames' events and told to every feed that it concerns. */
package io.rialto.feeds.trading;
