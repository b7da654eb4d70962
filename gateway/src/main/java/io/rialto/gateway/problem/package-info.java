/** What the doors answer instead of what was asked: one closed list of codes, one shape. */
package io.rialto.gateway.problem;
