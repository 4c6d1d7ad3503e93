import { createContext, useContext } from 'react';

/** Empty in the browser, where it is not needed any more. */
const Nonce = createContext('');

export const NonceProvider = Nonce.Provider;

/** Marks our own inline scripts for the content security policy. */
export function useNonce(): string | undefined {
  return useContext(Nonce) || undefined;
}
