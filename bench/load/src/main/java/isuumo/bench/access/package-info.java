/** nginx's access logs: what each route took. */
package isuumo.bench.access;
