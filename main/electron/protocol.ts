import { protocol, type Session } from 'electron';
import { answerFile, type FileSources, notFound } from '../door/files.ts';
import { isWindowAddress, scheme } from './origin.ts';

/** Tells Chromium what kind of scheme `carrel:` is; only possible before the app is ready. */
export function registerScheme(): void {
  const privileges = {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Answers `carrel://app/…` with the window's files and kept media. */
export function answerScheme(session: Session, sources: FileSources): void {
  session.protocol.handle(scheme, (request) =>
    isWindowAddress(request.url) ? answerFile(sources, request) : notFound(),
  );
}
