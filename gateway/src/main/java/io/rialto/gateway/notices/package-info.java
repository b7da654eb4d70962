/** Who is told what: types and priorities of notifications, what each passes on its way, when it is held, how it is batched. */
package io.rialto.gateway.notices;
