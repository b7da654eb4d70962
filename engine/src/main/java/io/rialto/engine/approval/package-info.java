/** What two administrators change together. */
package io.rialto.engine.approval;
