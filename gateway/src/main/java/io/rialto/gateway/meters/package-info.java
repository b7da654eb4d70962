/** Counting what is spent of what is allowed: token buckets and sliding windows, in memory or shared through Redis. */
package io.rialto.gateway.meters;
