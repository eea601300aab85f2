/**
 * What became of a request that was neither done nor refused. A leaf: the store and the cluster tell, HTTP says it.
 */
package isuumo.outcome;
