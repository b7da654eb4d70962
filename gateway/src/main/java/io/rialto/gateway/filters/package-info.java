/** A small language in which somebody says which notifications he wants: comparisons, and, or, not, brackets. */
package io.rialto.gateway.filters;
