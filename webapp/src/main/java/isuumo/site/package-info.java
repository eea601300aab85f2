/**
 * The site for people: what {@code frontend/dist} holds, and the data set's pictures, as static files; and the page of each
 * chair and estate with that in it. On one machine the server does all of this; behind nginx, nginx serves the files, and asks
 * for the items' pages. Knows of chairs and estates what their JSON says.
 */
package isuumo.site;
