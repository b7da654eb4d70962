/** What accounts are for in their firms: to execute, to clear, or both. */
package io.rialto.engine.roles;
