import { ask, type Asked, type Query } from "./request";

/** The venue's routes below /api/v1: each answers the body, or throws a Problem. */
export const api = {
  async get<T>(path: string, query: Query = {}): Promise<T> {
    return (await ask<T>("GET", path, { query })).body;
  },
  async post<T>(path: string, body?: unknown, asked: Asked = {}): Promise<T> {
    return (await ask<T>("POST", path, { ...asked, body })).body;
  },
  async put<T>(path: string, body?: unknown, asked: Asked = {}): Promise<T> {
    return (await ask<T>("PUT", path, { ...asked, body })).body;
  },
  async patch<T>(path: string, body: unknown, asked: Asked = {}): Promise<T> {
    return (await ask<T>("PATCH", path, { ...asked, body })).body;
  },
  async remove<T>(path: string, query: Query = {}): Promise<T> {
    return (await ask<T>("DELETE", path, { query })).body;
  },
};
