/** What an order must be before it may come in: what is asked for, and the checks of it. */
package io.rialto.engine.admission;
