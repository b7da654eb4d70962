/** What became of requests that carried an idempotency key. */
package io.rialto.feeds.requests;
