import type { EstateTexts } from '../estate';

export const estate: EstateTexts = {
  alt: (name) => `Picture of ${name}`,
  facts: 'Facts',
  features: 'Features',
  noFeatures: 'No features listed.',
  mapTitle: 'Map',
  mapLabel: (name) => `Map showing where ${name} is`,
  nearby: 'Draw around this area on the map',
  requestTitle: 'Request documents',
  request: 'Request documents',
  requesting: 'Requesting…',
  requestedTitle: 'Documents requested',
  requested: (email) => `Your request for ${email} has been received. Thank you.`,
  goneTitle: 'This home is no longer listed',
  gone: 'No documents were requested.',
  unconfirmedTitle: 'We cannot tell whether you requested them',
  unconfirmed: 'Your request may have been received already. Requesting twice does no harm.',
  unknownTitle: 'There is no such home',
  unknownText: 'The address is wrong, or the home is no longer listed.',
  searchAgain: 'Find another home',
};
