/** Which business event is a notification to whom, and in which words. */
package io.rialto.gateway.causes;
