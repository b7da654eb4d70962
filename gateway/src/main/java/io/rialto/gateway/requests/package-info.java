/** What became of requests whose answers were lost. */
package io.rialto.gateway.requests;
