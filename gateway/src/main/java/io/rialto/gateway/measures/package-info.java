/** What is measured while the venue runs: sixteen kinds of numbers, one hour of each, and their statistics. */
package io.rialto.gateway.measures;
