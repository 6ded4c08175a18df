/**
 * The MIME type, without parameters and in lower case, with which a kept file is shown: pictures,
 * sound, film and PDF. `undefined` for any other (HTML, XML, scripts, programs …): what a stranger's
 * server sent is then bytes to save, never a document of Carrel's own address.
 */
export function shownType(type: string): string | undefined {
  const [essence = ''] = type.toLowerCase().split(';');
  return /^(?:(?:image|audio|video)\/[\w.+-]+|application\/pdf)$/.exec(essence.trim())?.[0];
}
