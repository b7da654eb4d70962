/** What an account was worth at the end of each interval, and what it earned over a period. */
package io.rialto.gateway.performance;
