/** The terminal's pages, as files: what a browser is given, how long it keeps them, and what they may do. */
package io.rialto.gateway.terminal;
