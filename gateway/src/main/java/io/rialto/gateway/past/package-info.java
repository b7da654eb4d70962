/** The venue as it stood: books and accounts behind any frame, from cores that run history again beside the one that decides. */
package io.rialto.gateway.past;
