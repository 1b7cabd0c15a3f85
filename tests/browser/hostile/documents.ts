import { documentWith, type HostilePage } from './hostile-page.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const served = (title: string, type: string, body: string | Uint8Array, more: Partial<HostilePage>): HostilePage => ({
  id: 'M9',
  title,
  main: { type, body },
  marks: [],
  ...more,
});

export const DOCUMENTS: readonly HostilePage[] = [
  served(
    'XHTML',
    'application/xhtml+xml',
    `<html xmlns="${XHTML}"><head><title>X</title></head><body><p>Huawei</p></body></html>`,
    {
      marks: ['Huawei'],
    },
  ),
  served(
    'XHTML that is not well formed',
    'application/xhtml+xml',
    `<html xmlns="${XHTML}"><body><p>Huawei</body></html>`,
    {
      takesText: false,
    },
  ),
  served(
    'XHTML with a prefix',
    'application/xhtml+xml',
    `<h:html xmlns:h="${XHTML}"><h:body><h:p>Hua<h:b>wei</h:b></h:p></h:body></h:html>`,
    {
      marks: ['Hua', 'wei'],
    },
  ),
  served(
    'SVG',
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><text y="40">Huawei</text></svg>',
    {
      marks: ['Huawei'],
      takesText: false,
    },
  ),
  served(
    'XML with a style',
    'application/xml',
    '<?xml version="1.0"?><?xml-stylesheet type="text/css" href="style.css"?><list><item>Huawei</item></list>',
    {
      routes: { 'style.css': { type: 'text/css', body: 'item { display: block }' } },
      marks: ['Huawei'],
    },
  ),
  served('plain text', 'text/plain; charset=utf-8', 'Huawei and\nSenseTime met.\n', { marks: ['Huawei', 'SenseTime'] }),
  served('CSS as a document', 'text/css', '/* nothing here */', { takesText: false }),
  served('an image', 'image/gif', PIXEL, { takesText: false }),
  served('an empty document', 'text/html', '', {}),
  served('no content but a name', 'text/html', 'Huawei', { marks: ['Huawei'] }),
  served('quirks', 'text/html; charset=utf-8', '<table><tr><td>Huawei<p>SenseTime<form><td>华为', {
    marks: ['Huawei', 'SenseTime', '华为'],
  }),
  served(
    'limited quirks',
    'text/html',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><p>Huawei',
    {
      marks: ['Huawei'],
    },
  ),
  served('a frame set', 'text/html', '<frameset cols="50%,50%"><frame src="a"><frame src="a"></frameset>', {
    routes: { a: documentWith('<p>Huawei</p>') },
    frames: [['Huawei'], ['Huawei']],
    takesText: false,
  }),
  served(
    'no body',
    'text/html',
    documentWith('', '<script>addEventListener("DOMContentLoaded", () => document.body.remove())</script>'),
    {},
  ),
  served('text after the body', 'text/html', '<!doctype html><body><p>Huawei</body></html> SenseTime <!-- end -->', {
    marks: ['Huawei', 'SenseTime'],
  }),
  served(
    'text directly in the root element',
    'text/html',
    documentWith('<script>document.documentElement.append("Huawei")</script>'),
    {
      marks: ['Huawei'],
    },
  ),
  served('UTF-16', 'text/html; charset=utf-16le', Buffer.from('<!doctype html><p>华为 and Huawei', 'utf16le'), {
    marks: ['华为', 'Huawei'],
  }),
  served('an old Chinese encoding', 'text/html; charset=gbk', Buffer.from([0xbb, 0xaa, 0xce, 0xaa]), {
    marks: ['华为'],
  }),
  { id: 'M9', title: 'not found', main: { status: 404, body: documentWith('<p>Huawei</p>') }, marks: ['Huawei'] },
  { id: 'M9', title: 'server error', main: { status: 500, body: documentWith('<p>Huawei</p>') }, marks: ['Huawei'] },
];
