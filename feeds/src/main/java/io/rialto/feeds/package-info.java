/** Everything that reads the journal's frames and answers questions about them; it never touches the core. */
package io.rialto.feeds;
