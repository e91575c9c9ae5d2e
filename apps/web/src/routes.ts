import { type RouteRecordRaw, createRouter, createWebHashHistory } from 'vue-router';
import { may, own, signedIn } from './api/session.js';
import type { TermKey } from './terms.js';

declare module 'vue-router' {
  interface RouteMeta {
    /** What the caller must be allowed; nothing where left out. */
    readonly needs?: string;
    /** Its place in the menu; absent: not in it. */
    readonly menu?: TermKey;
    /** Shown before anybody is signed in. */
    readonly open?: boolean;
  }
}

/** Every page there is. Addresses stand behind a #, so that the page works below any path of a proxy. */
export const pages: readonly RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignInPage.vue'), meta: { open: true } },
  {
    path: '/',
    name: 'today',
    component: () => import('./pages/TodayPage.vue'),
    meta: { needs: 'records:read', menu: 'menu.today' },
  },
  {
    path: '/entry',
    name: 'entry',
    component: () => import('./pages/EntryPage.vue'),
    meta: { needs: 'records:write', menu: 'menu.entry' },
  },
  {
    path: '/entry/:type/:streamId?',
    name: 'entry-form',
    component: () => import('./pages/EntryFormPage.vue'),
    meta: { needs: 'records:read' },
  },
  {
    path: '/cases/:type/:streamId',
    name: 'case',
    component: () => import('./pages/CasePage.vue'),
    meta: { needs: 'records:read' },
  },
  {
    path: '/workbooks',
    name: 'workbooks',
    component: () => import('./pages/WorkbooksPage.vue'),
    meta: { needs: 'records:write', menu: 'menu.workbooks' },
  },
  {
    path: '/registers/:code?',
    name: 'registers',
    component: () => import('./pages/RegistersPage.vue'),
    meta: { needs: 'records:read', menu: 'menu.registers' },
  },
  {
    path: '/dashboard',
    name: 'dashboard',
    component: () => import('./pages/DashboardPage.vue'),
    meta: { needs: 'figures:read', menu: 'menu.dashboard' },
  },
  {
    path: '/evidence/:code',
    name: 'evidence',
    component: () => import('./pages/EvidencePage.vue'),
    meta: { needs: 'figures:read' },
  },
  {
    path: '/findings',
    name: 'findings',
    component: () => import('./pages/FindingsPage.vue'),
    meta: { needs: 'figures:read', menu: 'menu.findings' },
  },
  {
    path: '/year-end',
    name: 'year-end',
    component: () => import('./pages/YearEndPage.vue'),
    meta: { needs: 'figures:read', menu: 'menu.year-end' },
  },
  {
    path: '/persons',
    name: 'persons',
    component: () => import('./pages/PersonsPage.vue'),
    meta: { needs: 'persons:read', menu: 'menu.persons' },
  },
  {
    path: '/persons/:ref',
    name: 'person',
    component: () => import('./pages/PersonPage.vue'),
    meta: { needs: 'persons:read' },
  },
  {
    path: '/definitions',
    name: 'definitions',
    component: () => import('./pages/DefinitionsPage.vue'),
    meta: { needs: 'definitions:read', menu: 'menu.definitions' },
  },
  {
    path: '/rules/:part?',
    name: 'rules',
    component: () => import('./pages/RulesPage.vue'),
    meta: { needs: 'definitions:read', menu: 'menu.rules' },
  },
  {
    path: '/templates',
    name: 'templates',
    component: () => import('./pages/TemplatesPage.vue'),
    meta: { needs: 'templates:write', menu: 'menu.templates' },
  },
  {
    path: '/users',
    name: 'users',
    component: () => import('./pages/UsersPage.vue'),
    meta: { needs: 'users:manage', menu: 'menu.users' },
  },
  {
    path: '/offices',
    name: 'offices',
    component: () => import('./pages/OfficesPage.vue'),
    meta: { needs: 'offices:write', menu: 'menu.offices' },
  },
  {
    path: '/system',
    name: 'system',
    component: () => import('./pages/SystemPage.vue'),
    meta: { needs: 'system:keep', menu: 'menu.system' },
  },
  {
    path: '/looks',
    name: 'looks',
    component: () => import('./pages/LooksPage.vue'),
    meta: { needs: 'looks:read', menu: 'menu.looks' },
  },
  { path: '/own', name: 'own', component: () => import('./pages/OwnPage.vue'), meta: { menu: 'menu.own' } },
  { path: '/help', name: 'help', component: () => import('./pages/HelpPage.vue'), meta: { menu: 'menu.help' } },
  { path: '/:rest(.*)', redirect: '/' },
];

export const router = createRouter({ history: createWebHashHistory(), routes: [...pages] });

/** Pages of the menu the caller may open. */
export const menu = () =>
  pages.filter(({ meta }) => meta?.menu !== undefined && (meta.needs === undefined || may(meta.needs)));

router.beforeEach((to) => {
  if (to.meta.open === true) return true;
  if (!signedIn.value && !(own.value !== undefined && to.name === 'own'))
    return {
      name: own.value === undefined ? 'sign-in' : 'own',
      query: own.value === undefined && to.fullPath !== '/' ? { to: to.fullPath } : {},
    };
  if (to.meta.needs === undefined || may(to.meta.needs)) return true;
  const [first] = menu();
  return first?.name === undefined ? { name: 'own' } : { name: first.name };
});
