/** What clients write and read: strict JSON, decimals, moments, closed lists. */
package io.rialto.gateway.form;
